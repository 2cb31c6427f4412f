package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.lifecycle.MetadefFacts.NamespaceFacts;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what to the metadata catalog, with the service's own texts, word for word as Glance 25.1.0 gives them. */
final class MetadefLawTest {
    private static final NamespaceName NS = NamespaceName.of("NS");
    private static final ProjectId OWNER = ProjectId.of("owner");
    private static final Caller OWNING = Caller.of(OWNER);
    private static final Caller OTHER = Caller.of(ProjectId.of("other"));
    private static final Caller ADMIN = Caller.admin(ProjectId.of("admin"));
    private static final Caller NO_READER = new Caller(OWNER, Set.of(Role.MEMBER));
    private static final NamespaceFacts PRIVATE = new NamespaceFacts(OWNER, false, false);
    private static final NamespaceFacts PUBLIC = new NamespaceFacts(OWNER, true, false);
    private static final NamespaceFacts PROTECTED = new NamespaceFacts(OWNER, true, true);

    private static Stream<Operation> operations() {
        return Stream.of(Operation.values()).filter(MetadefLaw::covers);
    }

    private static Stream<Operation> changes() {
        return operations().filter(Operation::isChange);
    }

    private static MetadefRequest request(Operation operation) {
        return new MetadefRequest(operation, NS, "x", null);
    }

    private static String answer(
            Operation operation, @Nullable NamespaceFacts namespace, boolean isThere, Caller caller) {
        Profile profile = caller.equals(NO_READER) ? Profile.SECURE_RBAC : Profile.LEGACY;
        return MetadefLaw.decide(request(operation), new MetadefFacts(namespace, isThere, false), caller, profile)
                .fold(() -> "yes", no -> no.refusal().httpStatus() + " " + no.serviceText());
    }

    @Test
    void catalogHasItsOperationsAndNoOthers() {
        assertThat(operations()).hasSize(29);
        assertThat(MetadefLaw.covers(Operation.GET_IMAGE)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anAdminAloneChangesAnythingInBothProfiles(Operation operation) {
        MetadefFacts facts = new MetadefFacts(PUBLIC, true, false);
        for (Profile profile : Profile.values()) {
            Decision.Refused no = MetadefLaw.decide(request(operation), facts, OWNING, profile)
                    .refused()
                    .orElseThrow();
            assertThat(no.refusal()).isEqualTo(Refusal.FORBIDDEN);
            assertThat(no.explanation().rule()).isEqualTo(Rule.ONLY_ADMIN_CHANGES_METADEFS);
            assertThat(no.serviceText()).startsWith("You are not authorized to complete ");
            assertThat(MetadefLaw.decide(request(operation), facts, ADMIN, profile)
                            .refused()
                            .filter(refused -> refused.refusal() != Refusal.CONFLICT))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutTheRoleReaderNothingIsFoundUnderSecureRbac(Operation operation) {
        MetadefFacts facts = new MetadefFacts(PUBLIC, true, false);
        Decision.Refused no = MetadefLaw.decide(request(operation), facts, NO_READER, Profile.SECURE_RBAC)
                .refused()
                .orElseThrow();
        assertThat(no.refusal()).isEqualTo(Refusal.NOT_FOUND);
        assertThat(no.explanation().rule()).isEqualTo(Rule.ROLE_CANNOT_READ);
        assertThat(no.serviceText()).isEqualTo("The resource could not be found.");
    }

    @Test
    void aNamespaceThatIsNotThereOrHidden() {
        assertThat(answer(Operation.GET_NAMESPACE, null, false, ADMIN))
                .isEqualTo("404 Metadata definition namespace=NS was not found.");
        assertThat(answer(Operation.GET_NAMESPACE, PRIVATE, false, OTHER))
                .isEqualTo("404 The resource could not be found.");
        assertThat(answer(Operation.LIST_METADEF_OBJECTS, null, false, ADMIN))
                .isEqualTo("404 Metadata definition namespace=NS was not found.");
        assertThat(answer(Operation.LIST_METADEF_OBJECTS, PRIVATE, false, OTHER))
                .isEqualTo("404 Namespace NS not found");
        assertThat(answer(Operation.DELETE_METADEF_OBJECTS, null, false, ADMIN))
                .isEqualTo("404 Namespace NS not found");
        assertThat(answer(Operation.DELETE_METADEF_TAG, null, false, ADMIN)).isEqualTo("404 Namespace NS not found");
        assertThat(answer(Operation.UPDATE_NAMESPACE, PRIVATE, false, OTHER)).isEqualTo("404 Namespace NS not found");
        assertThat(answer(Operation.LIST_NAMESPACES, null, false, OWNING))
                .isEqualTo("404 Metadata definition namespace=NS was not found.");
        assertThat(answer(Operation.LIST_NAMESPACES, PRIVATE, false, OTHER))
                .isEqualTo("403 Forbidding request, metadata definition namespace=NS is not visible.");
        assertThat(answer(Operation.LIST_NAMESPACES, PRIVATE, false, OWNING)).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET_METADEF_OBJECT               | Could not find metadata object x
            DELETE_METADEF_PROPERTY          | Could not find property x
            UPDATE_METADEF_TAG               | Could not find metadata tag x
            REMOVE_RESOURCE_TYPE_ASSOCIATION | Failed to find resource type x to delete
            """)
    void whatIsNotInTheNamespace(Operation operation, String text) {
        assertThat(answer(operation, PROTECTED, false, ADMIN)).isEqualTo("404 " + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE_NAMESPACE                 | namespace NS
            DELETE_METADEF_OBJECTS           | namespace NS
            DELETE_METADEF_PROPERTIES        | namespace NS
            DELETE_METADEF_TAGS              | namespace NS
            DELETE_METADEF_OBJECT            | object x
            DELETE_METADEF_PROPERTY          | property x
            DELETE_METADEF_TAG               | tag x
            REMOVE_RESOURCE_TYPE_ASSOCIATION | resource-type-association x
            """)
    void whatIsProtected(Operation operation, String what) {
        assertThat(answer(operation, PROTECTED, true, ADMIN))
                .isEqualTo("403 Metadata definition " + what + " is protected and cannot be deleted.");
        assertThat(answer(operation, PUBLIC, true, ADMIN)).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE_NAMESPACE              | The metadata definition namespace=NS already exists.
            CREATE_METADEF_OBJECT         | A metadata definition object with name=x already exists in namespace=NS.
            CREATE_METADEF_PROPERTY       | A metadata definition property with name=x already exists in namespace=NS.
            CREATE_METADEF_TAG            | A metadata tag with name=x already exists in namespace=NS. (Please note that metadata tag names are case insensitive).
            ADD_RESOURCE_TYPE_ASSOCIATION | The metadata definition resource-type association of resource-type=x to namespace=NS already exists.
            """)
    void aNameThatIsTaken(Operation operation, String text) {
        assertThat(answer(operation, PUBLIC, true, ADMIN)).isEqualTo("409 " + text);
        assertThat(answer(operation, PUBLIC, false, ADMIN)).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE_NAMESPACE        | Invalid update. It would result in a duplicate metadata definition namespace with the same name of y
            UPDATE_METADEF_OBJECT   | Invalid update. It would result in a duplicate metadata definition object with the same name=x in namespace=NS.
            UPDATE_METADEF_PROPERTY | Invalid update. It would result in a duplicate metadata definition property with the same name=x in namespace=NS.
            UPDATE_METADEF_TAG      | A metadata tag with name=y already exists in namespace=NS. (Please note that metadata tag names are case insensitive).
            """)
    void aNewNameThatIsTaken(Operation operation, String text) {
        Decision decision = MetadefLaw.decide(
                request(operation).giving("y"), new MetadefFacts(PUBLIC, true, true), ADMIN, Profile.LEGACY);
        assertThat(decision.refused().orElseThrow().serviceText()).isEqualTo(text);
        assertThat(request(operation).giving("x").newName()).isNull();
    }

    @Test
    void refusalIsExplainedByEveryRuleThatFits() {
        MetadefRequest delete = request(Operation.DELETE_METADEF_OBJECT);
        assertThat(MetadefLaw.explain(delete, Refusal.FORBIDDEN, OWNING))
                .extracting(Explanation::rule)
                .containsExactly(Rule.ONLY_ADMIN_CHANGES_METADEFS);
        assertThat(MetadefLaw.explain(delete, Refusal.FORBIDDEN, ADMIN))
                .extracting(Explanation::rule)
                .containsExactly(Rule.NAMESPACE_PROTECTED);
        assertThat(MetadefLaw.explain(delete, Refusal.FORBIDDEN, null))
                .extracting(Explanation::rule)
                .containsExactlyInAnyOrder(Rule.ONLY_ADMIN_CHANGES_METADEFS, Rule.NAMESPACE_PROTECTED);
        assertThat(MetadefLaw.explain(delete, Refusal.NOT_FOUND, ADMIN))
                .extracting(Explanation::rule)
                .containsExactly(Rule.NAMESPACE_NOT_FOUND, Rule.METADEF_NOT_FOUND);
        assertThat(MetadefLaw.explain(delete, Refusal.NOT_FOUND, OTHER))
                .extracting(Explanation::rule)
                .contains(Rule.NAMESPACE_NOT_FOUND, Rule.NAMESPACE_NOT_VISIBLE);
        assertThat(MetadefLaw.explain(delete, Refusal.CONFLICT, ADMIN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"CREATE_METADEF_OBJECT", "ADD_METADEF_TAGS", "UPDATE_NAMESPACE"})
    void conflictIsExplained(Operation operation) {
        assertThat(MetadefLaw.explain(request(operation).giving("y"), Refusal.CONFLICT, ADMIN))
                .extracting(Explanation::rule)
                .containsExactly(Rule.METADEF_NAME_TAKEN);
    }
}
