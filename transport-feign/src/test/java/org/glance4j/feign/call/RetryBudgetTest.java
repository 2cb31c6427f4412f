package org.glance4j.feign.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an origin is worth. */
class RetryBudgetTest {
    private static final int MORE_THAN_THERE_IS = 1_000;

    private final RetryBudget budget = new RetryBudget();

    private int spend() {
        int spent = 0;
        while (spent < MORE_THAN_THERE_IS && budget.take()) {
            spent++;
        }
        return spent;
    }

    @Test
    void itIsSixtyFourAndTenSuccessesAreWorthOne() {
        budget.earn();
        assertThat(spend()).isEqualTo(64);
        for (int i = 0; i < 29; i++) {
            budget.earn();
        }
        assertThat(spend()).isEqualTo(2);
        budget.earn();
        assertThat(spend()).isEqualTo(1);
    }

    @Test
    void manyThreadsSpendNoMoreThanThereIs() throws Exception {
        AtomicInteger spent = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        budget.earn();
                        if (budget.take()) {
                            spent.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> future : running) {
                assertThat(future.get(1, TimeUnit.MINUTES)).isNull();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(spent.get() + spend()).isBetween(64 + 6_000, 64 + 8_000);
    }
}
