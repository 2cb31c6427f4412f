package org.glance4j.inmemory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskStatus;
import org.junit.jupiter.api.Test;

class TasksTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ImageId IMAGE = ImageId.of("00000000-0000-0000-0000-000000000001");

    private static TaskRecord accepted(String id) {
        return TaskRecord.accepted(TaskId.of(id), "api_image_import", ProjectId.of("p"), Map.of(), START)
                .about(IMAGE, "req-1", "u");
    }

    @Test
    void aTaskIsPendingThenProcessingThenSuccessAndExpiresTwoDaysLater() {
        TaskRecord work = accepted("t");
        assertThat(work.task().status()).isEqualTo(TaskStatus.PENDING);
        work.begin(START.plusSeconds(1));
        assertThat(work.task().status()).isEqualTo(TaskStatus.PROCESSING);
        assertThat(work.task().expiresAt()).isNull();
        work.succeed(Map.of("image_id", IMAGE.value()), START.plusSeconds(2));
        Task ended = work.task();
        assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
        assertThat(ended.expiresAt()).isEqualTo(START.plusSeconds(2).plus(Duration.ofDays(2)));
        assertThat(ended.updatedAt()).isEqualTo(START.plusSeconds(2));
        assertThat(ended.result()).containsEntry("image_id", IMAGE.value());
    }

    @Test
    void nothingFollowsAnEnd() {
        TaskRecord work = accepted("t");
        work.fail("no", START);
        assertThat(work.hasEnded()).isTrue();
        assertThatThrownBy(() -> work.begin(START)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work.succeed(Map.of(), START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTaskThatWasNotBegunCannotSucceed() {
        assertThatThrownBy(() -> accepted("t").succeed(Map.of(), START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEndedTaskVanishesWhenItExpiresAndOthersStay() {
        Tasks tasks = new Tasks();
        TaskRecord ended = accepted("ended");
        ended.fail("no", START);
        tasks.add(ended, START);
        tasks.add(accepted("pending"), START);
        Instant expiry = START.plus(Duration.ofDays(2));
        assertThat(tasks.of(IMAGE, expiry.minusNanos(1))).hasSize(2);
        assertThat(tasks.find(TaskId.of("ended"), expiry)).isNull();
        assertThat(tasks.all(expiry)).extracting(TaskRecord::id).containsExactly(TaskId.of("pending"));
    }

    @Test
    void tasksThatNobodyAsksForAreDroppedByThoseThatFollow() {
        Tasks tasks = new Tasks();
        Instant expiry = START.plus(Duration.ofDays(2));
        for (int n = 0; n < 10; n++) {
            TaskRecord ended = accepted("ended" + n);
            ended.fail("no", START);
            tasks.add(ended, START);
        }
        tasks.add(accepted("before"), expiry.minusNanos(1));
        assertThat(tasks.count()).isEqualTo(11);
        tasks.add(accepted("after"), expiry.plus(Duration.ofHours(1)));
        assertThat(tasks.count()).isEqualTo(2);
    }

    @Test
    void whatIsDueHappensInOrderBeforeWhoeverLooks() {
        List<String> seen = new ArrayList<>();
        Instant[] now = {START};
        Cloud cloud = new Cloud(() -> now[0]);
        cloud.agenda().at(START.plusSeconds(2), at -> seen.add("second " + at));
        cloud.agenda().at(START.plusSeconds(1), at -> {
            seen.add("first " + at);
            cloud.agenda().errand(() -> cloud.note(() -> seen.add("errand")));
        });
        cloud.run(() -> seen.add("look"));
        now[0] = START.plusSeconds(5);
        cloud.run(() -> seen.add("look again"));
        assertThat(seen)
                .containsExactly(
                        "look", "first 2026-01-01T00:00:01Z", "errand", "second 2026-01-01T00:00:02Z", "look again");
    }
}
