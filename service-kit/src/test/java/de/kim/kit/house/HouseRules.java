package de.kim.kit.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Public;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * How a service is built, as rules; each has a violating sample in {@code crooked} that proves that
 * it bites. A service checks itself in one line:
 *
 * <pre>{@code
 * @Test
 * void the_house_rules_hold() {
 *     HouseRules.check(ReferralService.class);
 * }
 * }</pre>
 */
public final class HouseRules {
    private static final List<String> SERVICES =
            List.of(
                    "de.kim.referral",
                    "de.kim.catalog",
                    "de.kim.allocation",
                    "de.kim.notification",
                    "de.kim.reporting");
    private static final String BAD_NAME =
            ".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Mapper|Facade)(\\$.*)?";
    private static final String[] INJECTIONS = {
        "org.springframework.beans.factory.annotation.Autowired",
        "org.springframework.beans.factory.annotation.Value",
        "jakarta.inject.Inject",
        "jakarta.annotation.Resource"
    };
    private static final String REST_CONTROLLER =
            "org.springframework.web.bind.annotation.RestController";

    private static final String REQUEST_MAPPING =
            "org.springframework.web.bind.annotation.RequestMapping";

    /** Not what Spring adds when it packages a service, and a later test finds there. */
    private static final ImportOption WRITTEN_BY_HAND =
            location -> !location.contains("$$SpringCGLIB$$") && !location.contains("__");

    private HouseRules() {}

    /** Checks the service of this main class, which stands in its package root. */
    public static void check(Class<?> service) {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(WRITTEN_BY_HAND)
                        .importPackages(service.getPackageName());
        of(service.getPackageName(), SERVICES).values().forEach(rule -> rule.check(classes));
    }

    /** The rules by name, for the service with this root package. */
    static Map<String, ArchRule> of(String root, List<String> services) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("services know nothing of each other", noOtherService(root, services));
        rules.put("policies are pure", purePolicies(root));
        rules.put("Axon only where events are stored and projected", axonAtHome(root));
        rules.put("Spring only at the edges", springAtTheEdges(root));
        rules.put("names say what things are", names());
        rules.put("no injection into fields", noFieldInjection());
        rules.put("every package is null-marked", nullMarked());
        rules.put("no old dates", noOldDates());
        rules.put("time comes from the one clock", oneClock());
        rules.put("nobody sleeps", noSleep());
        rules.put("controllers are endpoints", endpoints());
        rules.put("every endpoint says whose it is", endpointsSayWhoseTheyAre());
        rules.put("no state in statics", noMutableStatics());
        return rules;
    }

    private static ArchRule noOtherService(String root, List<String> services) {
        String[] others =
                services.stream()
                        .filter(name -> !name.equals(root))
                        .map(name -> name + "..")
                        .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others);
    }

    /** Events in, commands out: the JDK, shared-events, the service's own commands. */
    private static ArchRule purePolicies(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".react..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java..",
                                        "de.kim.events",
                                        "org.jspecify.annotations",
                                        root + ".react..")
                                .or(
                                        resideInAPackage(root + ".write..")
                                                .and(describe("a command", HouseRules::isPlain))))
                .allowEmptyShould(true);
    }

    private static boolean isPlain(JavaClass type) {
        return !type.isMetaAnnotatedWith("org.springframework.stereotype.Component")
                && !type.isAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
                && !type.isAnnotatedWith(REST_CONTROLLER);
    }

    /**
     * Aggregates in write, projections of own history in read, wiring in plumbing and the doors.
     */
    private static ArchRule axonAtHome(String root) {
        DescribedPredicate<JavaClass> projecting =
                resideInAnyPackage(
                        "org.axonframework.eventhandling..", "org.axonframework.config..");
        DescribedPredicate<JavaClass> axon = resideInAPackage("org.axonframework..");
        DescribedPredicate<JavaClass> reading = resideInAPackage(root + ".read..");
        return noClasses()
                .that()
                .resideInAPackage(root + ".react..")
                .or(reading)
                .should()
                .dependOnClassesThat(
                        axon.and(DescribedPredicate.not(projecting))
                                .as("Axon beyond event handlers"))
                .allowEmptyShould(true);
    }

    /** Aggregates, commands, histories, refusals and policies know no Spring. */
    private static ArchRule springAtTheEdges(String root) {
        DescribedPredicate<JavaClass> core =
                describe(
                        "the core of write",
                        type ->
                                type.getPackageName().startsWith(root + ".write")
                                        && !type.getName().contains("Endpoint")
                                        && (type.isRecord()
                                                || type.isEnum()
                                                || type.isAnnotatedWith(
                                                        "org.axonframework.spring.stereotype.Aggregate")
                                                || type.getName().contains("History")));
        return noClasses()
                .that(core.or(resideInAPackage(root + ".react..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(true);
    }

    private static ArchRule names() {
        return noClasses().should().haveNameMatching(BAD_NAME);
    }

    private static ArchRule noFieldInjection() {
        var rule = noFields().should().beAnnotatedWith(INJECTIONS[0]);
        for (String injection : INJECTIONS) {
            rule = rule.orShould().beAnnotatedWith(injection);
        }
        return rule.allowEmptyShould(true);
    }

    private static ArchRule nullMarked() {
        return classes()
                .should(
                        Conditions.each(
                                "stand in a package that is @NullMarked",
                                type ->
                                        type.getPackage()
                                                .tryGetAnnotationOfType(NullMarked.class)
                                                .isPresent()));
    }

    private static ArchRule noOldDates() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|TimeZone)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.text\\.(DateFormat|SimpleDateFormat)");
    }

    private static ArchRule oneClock() {
        return noClasses()
                .should()
                .callMethodWhere(describe("the time is not asked of a Clock", HouseRules::ownTime));
    }

    private static boolean ownTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean now =
                owner.startsWith("java.time.")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(p -> p.getName().equals("java.time.Clock"));
        boolean clock = owner.equals("java.time.Clock") && call.getName().startsWith("system");
        boolean millis =
                owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        return now || clock || millis;
    }

    private static ArchRule noSleep() {
        return noClasses()
                .should()
                .callMethodWhere(
                        describe(
                                "a thread sleeps",
                                (JavaCall<?> call) ->
                                        call.getTargetOwner().isEquivalentTo(Thread.class)
                                                && call.getName().equals("sleep")));
    }

    private static ArchRule endpoints() {
        return classes()
                .that()
                .areAnnotatedWith(REST_CONTROLLER)
                .should()
                .haveSimpleNameEndingWith("Endpoint")
                .allowEmptyShould(true);
    }

    /** Roles or {@link Public}, one of the two; the running service lets nobody in without. */
    static ArchRule endpointsSayWhoseTheyAre() {
        return methods()
                .that()
                .areMetaAnnotatedWith(REQUEST_MAPPING)
                .should(
                        Conditions.each(
                                "be annotated with @Allow or with @Public",
                                (JavaMethod method) ->
                                        method.isAnnotatedWith(Allow.class)
                                                != method.isAnnotatedWith(Public.class)))
                .allowEmptyShould(true);
    }

    private static ArchRule noMutableStatics() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(
                        describe("no enum", type -> !type.isAssignableTo(Enum.class)))
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }
}
