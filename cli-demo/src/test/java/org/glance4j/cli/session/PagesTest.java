package org.glance4j.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Pages are numbers here, and what they hold are numbers too. */
class PagesTest {
    private final List<Integer> asked = new ArrayList<>();

    private Pages<Integer, Integer, Integer> pages(Function<Integer, List<Integer>> items, int last) {
        return new Pages<>(
                number -> {
                    asked.add(number);
                    return number;
                },
                items,
                number -> number < last ? Optional.of(number + 1) : Optional.empty());
    }

    @Test
    void everyPageIsWalked() {
        assertThat(pages(number -> List.of(2 * number, 2 * number + 1), 2).from(0, Long.MAX_VALUE))
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void noPageIsAskedForBehindWhatIsWanted() {
        assertThat(pages(number -> List.of(2 * number, 2 * number + 1), 9).from(0, 3))
                .containsExactly(0, 1, 2);
        assertThat(asked).containsExactly(0, 1);
        assertThat(pages(List::of, 9).from(5, 0)).isEmpty();
        assertThat(asked).containsExactly(0, 1);
    }

    @Test
    void aPageThatRepeatsEndsTheWalk() {
        assertThatThrownBy(() -> pages(number -> List.of(7), 9).from(0, Long.MAX_VALUE))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("the service repeats a page of the list");
        assertThat(asked).containsExactly(0, 1);
    }
}
