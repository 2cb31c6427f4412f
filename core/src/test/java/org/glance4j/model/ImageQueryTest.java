package org.glance4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageQueryTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456Z");

    @Test
    void nextPageKeepsEveryConditionAndTheOrder() {
        ImageQuery.Builder conditions = ImageQuery.builder()
                .anyVisibility()
                .memberStatus(MemberStatus.PENDING)
                .owner(ProjectId.of("p"))
                .id(ImageId.of("1"))
                .names(List.of("a", "b"))
                .statuses(List.of(ImageStatus.ACTIVE, ImageStatus.QUEUED))
                .diskFormat(DiskFormat.RAW)
                .containerFormat(ContainerFormat.BARE)
                .isProtected(false)
                .hidden(true)
                .sizeBytes(NumberRange.atLeast(1))
                .virtualSizeBytes(NumberRange.atLeast(2))
                .minDiskGb(NumberRange.atLeast(3))
                .minRamMb(NumberRange.atLeast(4))
                .checksum("5")
                .hashAlgorithm("6")
                .hashValue("7")
                .createdAt(TimeCondition.after(TIME))
                .updatedAt(TimeCondition.before(TIME))
                .tag("a")
                .tag("b")
                .property("p", "v")
                .sort(SortKey.NAME, SortDirection.ASCENDING)
                .sort(SortKey.ID, SortDirection.DESCENDING)
                .limit(3);
        ImageId last = ImageId.of("9");
        assertThat(conditions.build().after(last))
                .isEqualTo(conditions.marker(last).build());
        assertThat(conditions.build().sort()).extracting(SortPair::toString).containsExactly("name:asc", "id:desc");
        assertThat(conditions.build().names()).containsExactly("a", "b");
    }

    @Test
    void oneValueTakesThePlaceOfSeveral() {
        ImageQuery query =
                ImageQuery.builder().names(List.of("a", "b")).name("c").build();
        assertThat(query.names()).containsExactly("c");
    }

    @Test
    void anyOfNoValuesIsRefused() {
        ImageQuery.Builder query = ImageQuery.builder();
        assertThatThrownBy(() -> query.names(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no name to list");
        assertThatThrownBy(() -> query.statuses(List.of(ImageStatus.UNRECOGNIZED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(TimeComparison.class)
    void comparisonHoldsAsItsWordSays(TimeComparison comparison) {
        List<Boolean> holds = List.of(
                comparison.holds(TIME.minusSeconds(1), TIME),
                comparison.holds(TIME, TIME),
                comparison.holds(TIME.plusSeconds(1), TIME));
        List<Boolean> expected = switch (comparison.word()) {
            case "eq" -> List.of(false, true, false);
            case "neq" -> List.of(true, false, true);
            case "gt" -> List.of(false, false, true);
            case "gte" -> List.of(false, true, true);
            case "lt" -> List.of(true, false, false);
            case "lte" -> List.of(true, true, false);
            default -> List.of();
        };
        assertThat(holds).isEqualTo(expected);
        assertThat(TimeComparison.find(comparison.word())).contains(comparison);
    }

    @Test
    void timesAreCutToMicroseconds() {
        TimeCondition condition = TimeCondition.atOrBefore(TIME.plusNanos(999));
        assertThat(condition.time()).isEqualTo(TIME);
        assertThat(condition.holds(TIME)).isTrue();
        assertThat(condition.holds(TIME.plusNanos(1000))).isFalse();
    }

    @Test
    void rangeHoldsItsEndsAndNothingThatHasNoNumber() {
        assertThat(NumberRange.between(1, 3).contains(1L)).isTrue();
        assertThat(NumberRange.between(1, 3).contains(3L)).isTrue();
        assertThat(NumberRange.between(1, 3).contains(4L)).isFalse();
        assertThat(NumberRange.between(3, 1).contains(2L)).isFalse();
        assertThat(NumberRange.atLeast(1).contains(0L)).isFalse();
        assertThat(NumberRange.atMost(1).contains(2L)).isFalse();
        assertThat(NumberRange.atMost(1).contains(null)).isFalse();
        assertThat(NumberRange.exactly(2).contains(2L)).isTrue();
    }
}
