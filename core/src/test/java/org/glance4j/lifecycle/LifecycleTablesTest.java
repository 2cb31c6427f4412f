package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.TaskStatus;
import org.junit.jupiter.api.Test;

/** The three tables against the specification, and what follows from them. */
final class LifecycleTablesTest {
    private static final String IMAGES = """
            queued          saving uploading importing active deleted
            saving          active killed deleted queued
            uploading       importing queued deleted
            importing       active deleted queued
            active          pending_delete deleted deactivated
            killed          deleted
            pending_delete  deleted active
            deactivated     active deleted
            deleted
            """;

    private static final String MEMBERS = """
            pending   pending accepted rejected
            accepted  pending accepted rejected
            rejected  pending accepted rejected
            """;

    private static final String TASKS = """
            pending     processing failure
            processing  success failure
            success
            failure
            """;

    @Test
    void imagesTakeTheTransitionsOfTheSpecificationAndNoOthers() {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (ImageStatus from : known(ImageStatus.values(), ImageStatus.UNRECOGNIZED)) {
            rows.put(from.word(), words(ImageLifecycle.next(from).stream().map(ImageStatus::word)));
        }
        assertThat(rows).isEqualTo(read(IMAGES));
    }

    @Test
    void membershipsTakeEveryTransition() {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (MemberStatus from : known(MemberStatus.values(), MemberStatus.UNRECOGNIZED)) {
            rows.put(from.word(), words(MemberLifecycle.next(from).stream().map(MemberStatus::word)));
        }
        assertThat(rows).isEqualTo(read(MEMBERS));
    }

    @Test
    void aMembershipMayComeToBeInAnyStatusFromAnyOther() {
        for (MemberStatus from : MemberStatus.values()) {
            for (MemberStatus goal : MemberStatus.values()) {
                assertThat(MemberLifecycle.canReach(from, goal))
                        .as("%s to %s", from, goal)
                        .isTrue();
            }
        }
    }

    @Test
    void tasksTakeTheTransitionsOfTheSpecificationAndNoOthers() {
        Map<String, Set<String>> rows = new TreeMap<>();
        for (TaskStatus from : known(TaskStatus.values(), TaskStatus.UNRECOGNIZED)) {
            rows.put(from.word(), words(TaskLifecycle.next(from).stream().map(TaskStatus::word)));
        }
        assertThat(rows).isEqualTo(read(TASKS));
    }

    @Test
    void onlyDeletedImagesAndEndedTasksAreFinal() {
        assertThat(Stream.of(ImageStatus.values()).filter(ImageLifecycle::isFinal))
                .containsExactly(ImageStatus.DELETED);
        assertThat(Stream.of(MemberStatus.values()).filter(MemberLifecycle::isFinal))
                .isEmpty();
        assertThat(Stream.of(TaskStatus.values()).filter(TaskLifecycle::isFinal))
                .containsExactly(TaskStatus.SUCCESS, TaskStatus.FAILURE);
    }

    @Test
    void aKilledOrDeletedImageNeverBecomesActiveAndAllOthersMay() {
        assertThat(known(ImageStatus.values(), ImageStatus.UNRECOGNIZED).stream()
                        .filter(from -> !ImageLifecycle.canReach(from, ImageStatus.ACTIVE)))
                .containsExactly(ImageStatus.KILLED, ImageStatus.DELETED);
    }

    @Test
    void anImageWithDataIsNeverQueuedAgain() {
        assertThat(Stream.of(ImageStatus.values()).filter(from -> ImageLifecycle.canReach(from, ImageStatus.QUEUED)))
                .containsExactly(
                        ImageStatus.QUEUED,
                        ImageStatus.SAVING,
                        ImageStatus.UPLOADING,
                        ImageStatus.IMPORTING,
                        ImageStatus.UNRECOGNIZED);
    }

    @Test
    void anEndedTaskReachesOnlyItself() {
        assertThat(TaskLifecycle.canReach(TaskStatus.PENDING, TaskStatus.SUCCESS))
                .isTrue();
        assertThat(TaskLifecycle.canReach(TaskStatus.FAILURE, TaskStatus.FAILURE))
                .isTrue();
        assertThat(TaskLifecycle.canReach(TaskStatus.FAILURE, TaskStatus.SUCCESS))
                .isFalse();
        assertThat(TaskLifecycle.canReach(TaskStatus.PROCESSING, TaskStatus.PENDING))
                .isFalse();
    }

    @Test
    void anUnrecognizedStatusRulesNothingOut() {
        assertThat(ImageLifecycle.canReach(ImageStatus.UNRECOGNIZED, ImageStatus.ACTIVE))
                .isTrue();
        assertThat(ImageLifecycle.canReach(ImageStatus.DELETED, ImageStatus.UNRECOGNIZED))
                .isTrue();
        assertThat(ImageLifecycle.next(ImageStatus.UNRECOGNIZED)).isEmpty();
        assertThat(ImageLifecycle.isFinal(ImageStatus.UNRECOGNIZED)).isFalse();
    }

    private static <E> List<E> known(E[] all, E unrecognized) {
        return Arrays.stream(all).filter(status -> !status.equals(unrecognized)).toList();
    }

    private static Set<String> words(Stream<String> words) {
        return new TreeSet<>(words.toList());
    }

    private static Map<String, Set<String>> read(String table) {
        Map<String, Set<String>> rows = new TreeMap<>();
        table.lines()
                .map(line -> List.of(line.split(" +", -1)))
                .forEach(row -> rows.put(row.get(0), new TreeSet<>(row.subList(1, row.size()))));
        return rows;
    }
}
