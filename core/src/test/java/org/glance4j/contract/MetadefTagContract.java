package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;
import org.junit.jupiter.api.Test;

/** The tags of namespaces. */
abstract class MetadefTagContract extends MetadefContract {

    private List<String> tags(NamespaceName namespace) {
        return owner().metadefs().tags().list(namespace).stream()
                .map(MetadefTag::name)
                .toList();
    }

    @Test
    @Statement("D-033")
    final void tagIsMadeByAnAdminAndListedNewestFirst() {
        NamespaceName namespace = open();
        refused(ForbiddenException.class, 403, () -> owner().metadefs().tags().create(namespace, "a"));
        MetadefTag made = catalog().tags().create(namespace, "a");
        assertThat(made.createdAt()).isNotNull().isEqualTo(made.updatedAt());
        assertThat(consumer().metadefs().tags().get(namespace, "a")).isEqualTo(made);
        refused(MetadefAlreadyExistsException.class, 409, () -> catalog().tags().create(namespace, "a"));
        catalog().tags().create(namespace, "A");
        assertThat(tags(namespace)).containsExactly("A", "a");
        refused(MetadefNotFoundException.class, 404, () -> catalog().tags().get(namespace, "b"));
    }

    @Test
    @Statement("D-034")
    final void tagsAreAddedTogetherOrNotAtAll() {
        NamespaceName namespace = open();
        catalog().tags().create(namespace, "a");
        refused(ForbiddenException.class, 403, () -> owner().metadefs().tags().addAll(namespace, List.of("b")));
        assertThat(catalog().tags().addAll(namespace, List.of("b", "c")))
                .containsExactly(MetadefTag.of("b"), MetadefTag.of("c"));
        assertThat(tags(namespace)).containsExactlyInAnyOrder("a", "b", "c");
        refused(MetadefAlreadyExistsException.class, 409, () -> catalog().tags().addAll(namespace, List.of("d", "b")));
        refused(MetadefAlreadyExistsException.class, 409, () -> catalog().tags().addAll(namespace, List.of("d", "d")));
        assertThat(tags(namespace)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    @Statement("D-035")
    final void tagsAreReplacedTogetherAndByNoneNotAtAll() {
        NamespaceName namespace = open();
        catalog().tags().addAll(namespace, List.of("a", "b"));
        assertThat(catalog().tags().replaceAll(namespace, List.of("c", "b")))
                .containsExactly(MetadefTag.of("c"), MetadefTag.of("b"));
        assertThat(tags(namespace)).containsExactlyInAnyOrder("b", "c");
        refused(
                MetadefAlreadyExistsException.class,
                409,
                () -> catalog().tags().replaceAll(namespace, List.of("d", "d")));
        assertThat(catalog().tags().replaceAll(namespace, List.of())).isEmpty();
        assertThat(tags(namespace)).containsExactlyInAnyOrder("b", "c");
        refused(ForbiddenException.class, 403, () -> owner().metadefs().tags().replaceAll(namespace, List.of("e")));
    }

    @Test
    @Statement("D-036")
    final void tagIsRenamedUnlessTheNameIsTaken() {
        NamespaceName namespace = open();
        catalog().tags().addAll(namespace, List.of("a", "b"));
        refused(ForbiddenException.class, 403, () -> owner().metadefs().tags().rename(namespace, "a", "c"));
        refused(MetadefAlreadyExistsException.class, 409, () -> catalog().tags().rename(namespace, "a", "b"));
        assertThat(catalog().tags().rename(namespace, "a", "c").name()).isEqualTo("c");
        refused(MetadefNotFoundException.class, 404, () -> catalog().tags().rename(namespace, "a", "d"));
        assertThat(tags(namespace)).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    @Statement("D-037")
    final void tagsAreDeletedOneByOneAndAllAtOnce() {
        NamespaceName namespace = open();
        catalog().tags().addAll(namespace, List.of("a", "b", "c"));
        refused(ForbiddenException.class, 403, () -> owner().metadefs().tags().delete(namespace, "a"));
        refused(ForbiddenException.class, 403, () -> owner().metadefs().tags().deleteAll(namespace));
        catalog().tags().delete(namespace, "a");
        refused(MetadefNotFoundException.class, 404, () -> catalog().tags().delete(namespace, "a"));
        assertThat(tags(namespace)).containsExactlyInAnyOrder("b", "c");
        catalog().tags().deleteAll(namespace);
        assertThat(tags(namespace)).isEmpty();
    }

    @Test
    @Statement("D-038")
    final void tagThatIsTooLongIsABadRequest() {
        NamespaceName namespace = open();
        catalog().tags().create(namespace, text(80));
        refused(InvalidRequestException.class, 400, () -> catalog().tags().create(namespace, text(81)));
        refused(InvalidRequestException.class, 400, () -> catalog().tags().rename(namespace, text(80), text(81)));
        assertThat(tags(namespace)).containsExactly(text(80));
    }

    @Test
    @Statement("D-039")
    final void tagsAreListedInPartsWhereThatIsAskedFor() {
        NamespaceName namespace = open();
        catalog().tags().addAll(namespace, List.of("b", "a", "c"));
        String list = path(namespace) + "/tags";
        assertThat(send(Party.OWNER, get(list + "?limit=1&sort_key=name&sort_dir=asc"))
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("a");
        assertThat(send(Party.OWNER, get(list + "?marker=b&sort_key=name&sort_dir=asc"))
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("c");
        answers(400, Party.OWNER, get(list + "?limit=-1"));
        answers(404, Party.OWNER, get(list + "?marker=d"));
    }
}
