package org.glance4j;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.github.benmanes.caffeine.cache.Ticker;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.stream.Stream;
import org.glance4j.auth.TokenSource;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.NullMarked;

/** Holds the house together: what may know of what. Stands here because here all modules are on the class path. */
@AnalyzeClasses(packages = "org.glance4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String FEIGN = "org.glance4j.feign..";
    private static final String INMEMORY = "org.glance4j.inmemory..";
    private static final String CLI = "org.glance4j.cli..";

    private static final String[] FEIGN_FOR_APPLICATIONS = {
        "org.glance4j.feign", "org.glance4j.feign.config", "org.glance4j.feign.guice", "org.glance4j.feign.micrometer"
    };

    private static final DescribedPredicate<JavaClass> CORE =
            resideInAPackage("org.glance4j..").and(not(resideInAnyPackage(FEIGN, INMEMORY, CLI)));

    @ArchTest
    static final ArchRule coreKnowsNoAdapter =
            noClasses().that(CORE).should().dependOnClassesThat().resideInAnyPackage(FEIGN, INMEMORY, CLI);

    @ArchTest
    static final ArchRule feignKnowsNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage(FEIGN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(INMEMORY, CLI);

    @ArchTest
    static final ArchRule inmemoryKnowsNoOtherAdapter = noClasses()
            .that()
            .resideInAPackage(INMEMORY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEIGN, CLI);

    @ArchTest
    static final ArchRule guiceStaysInItsPackages = only("..guice..", CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "com.google.common..", "jakarta.inject..")
            .because("Guice is optional, and Guava is there only for Guice");

    @ArchTest
    static final ArchRule jacksonStaysAtTheWire = only("..internal.json..", FEIGN, "org.glance4j.inmemory.http..", CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule yamlStaysInConfig =
            only("org.glance4j.feign.config..").should().dependOnClassesThat().resideInAPackage("org.yaml..");

    @ArchTest
    static final ArchRule httpClientsStayInFeign = only(FEIGN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("feign..", "org.apache.hc..", "java.net.http..");

    @ArchTest
    static final ArchRule httpServerStaysInInmemoryHttp = only("org.glance4j.inmemory.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule caffeineStaysInCache = only("..cache..")
            .should(dependOnClassesThat(
                    resideInAPackage("com.github.benmanes.caffeine..").and(not(type(Ticker.class)))));

    @ArchTest
    static final ArchRule junitStaysInItsExtension =
            only("org.glance4j.inmemory.junit..").should().dependOnClassesThat().resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule micrometerStaysInItsPackage = only("org.glance4j.feign.micrometer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..")
            .because("Micrometer is optional");

    @ArchTest
    static final ArchRule picocliStaysInTheCli =
            only(CLI).should().dependOnClassesThat().resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule coreIsSilent =
            noClasses().that(CORE).should().dependOnClassesThat().resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule loggingIsSlf4j =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule onlyTheCliPrints = only(CLI).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test moves time, it does not wait for it");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(new ArchCondition<>("be in a @NullMarked package") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
            if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(SimpleConditionEvent.violated(
                        item, item.getPackageName() + " has no package-info with @NullMarked: " + item.getName()));
            }
        }
    });

    @ArchTest
    static final ArchRule feignShowsApplicationsNothingInternal = classes()
            .that()
            .resideInAnyPackage(FEIGN_FOR_APPLICATIONS)
            .and()
            .arePublic()
            .should(new ArchCondition<>("have no type of Feign's other packages in a signature that is seen outside") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    signatures(item)
                            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .filter(resideInAPackage(FEIGN).and(not(resideInAnyPackage(FEIGN_FOR_APPLICATIONS))))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    item, item.getName() + " shows the internal " + type.getName())));
                }
            });

    /** One edge is left out: who fetches a token is told how long it may take, and the port tells who calls. */
    @ArchTest
    static final ArchRule packagesOfCoreFormNoCycle = slices().assignedFrom(packagesOf(CORE))
            .should()
            .beFreeOfCycles()
            .ignoreDependency(TokenSource.class, Deadline.class);

    @ArchTest
    static final ArchRule namesTellImplementationsApart =
            noClasses().should().haveSimpleNameEndingWith("Impl").because("a name says what sets its class apart");

    /** The types of what can be called, read and caught from outside, what is inherited included. */
    private static Stream<JavaType> signatures(JavaClass item) {
        Stream<JavaType> calls = Stream.concat(item.getAllMethods().stream(), item.getConstructors().stream())
                .filter(ArchitectureTest::isSeenFromOutside)
                .flatMap(call -> Stream.concat(
                        Stream.of(call.getReturnType()),
                        Stream.concat(call.getParameterTypes().stream(), call.getExceptionTypes().stream())));
        Stream<JavaType> fields = item.getAllFields().stream()
                .filter(ArchitectureTest::isSeenFromOutside)
                .map(JavaField::getType);
        return Stream.of(calls, fields, item.getInterfaces().stream(), item.getSuperclass().stream())
                .flatMap(types -> types);
    }

    private static boolean isSeenFromOutside(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static GivenClassesConjunction only(String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages);
    }

    private static SliceAssignment packagesOf(DescribedPredicate<JavaClass> module) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass item) {
                return module.test(item) ? SliceIdentifier.of(item.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of core";
            }
        };
    }
}
