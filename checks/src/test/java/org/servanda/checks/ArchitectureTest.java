package org.servanda.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  /// Fewer classes than this means that the import went wrong and the rules below hold for nothing.
  private static final int CLASSES_AT_LEAST = 30;

  private static final Set<String> OPTIONALS =
      Set.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");

  private static JavaClasses main;

  @BeforeAll
  static void importMainClasses() {
    var folders = Project.modules().stream().map(m -> m.resolve("target/classes"));
    main = new ClassFileImporter().importPaths(folders.toArray(Path[]::new));
  }

  @Test
  void allMainClassesAreSeen() {
    assertThat(main).hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    for (var module : Project.modules()) {
      var name = "org.servanda." + module.getFileName();
      assertThat(main).as(name).anyMatch(c -> c.getPackageName().startsWith(name));
    }
  }

  @Test
  void engineKnowsNobody() {
    dependsOnlyOn("engine", "java..");
  }

  @Test
  void gamefileKnowsTheEngineAndItsParser() {
    dependsOnlyOn("gamefile", "java..", "org.servanda.engine..", "tools.jackson.core..");
  }

  @Test
  void agreementKnowsOnlyItsParser() {
    dependsOnlyOn("agreement", "java..", "org.snakeyaml.engine..");
  }

  @Test
  void modelKnowsEngineAndAgreement() {
    dependsOnlyOn("model", "java..", "org.servanda.engine..", "org.servanda.agreement..");
  }

  @Test
  void literatureKnowsWhatItSolvesAndItsParser() {
    dependsOnlyOn(
        "literature",
        "java..",
        "org.apache.commons.statistics..",
        "org.servanda.engine..",
        "org.servanda.gamefile..",
        "org.servanda.agreement..",
        "org.servanda.model..",
        "org.snakeyaml.engine..");
  }

  @Test
  void studyKnowsTheModelItSamples() {
    dependsOnlyOn(
        "study",
        "java..",
        "org.apache.commons.statistics..",
        "org.duckdb..",
        "org.moeaframework..",
        "org.servanda.engine..",
        "org.servanda.agreement..",
        "org.servanda.model..",
        "org.snakeyaml.engine..");
  }

  @Test
  void reportKnowsAnswersAndItsWriter() {
    dependsOnlyOn(
        "report",
        "java..",
        "org.servanda.engine..",
        "org.servanda.agreement..",
        "org.servanda.model..",
        "org.servanda.study..",
        "tools.jackson.core..");
  }

  @Test
  void workbenchKnowsAnswersAndItsServer() {
    dependsOnlyOn(
        "workbench",
        "java..",
        "io.javalin..",
        "jakarta.servlet..",
        "kotlin..",
        "org.eclipse.jetty..",
        "org.servanda.engine..",
        "org.servanda.agreement..",
        "org.servanda.model..",
        "org.servanda.study..",
        "org.servanda.report..",
        "org.servanda.literature..",
        "tools.jackson..");
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.servanda.(**)").should().beFreeOfCycles().check(main);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.servanda.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(main);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.servanda.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(main);
  }

  @Test
  void numbersAndWordsDoNotLog() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.servanda.engine..",
            "org.servanda.gamefile..",
            "org.servanda.agreement..",
            "org.servanda.model..",
            "org.servanda.literature..",
            "org.servanda.study..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(System.Logger.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .check(main);
  }

  @Test
  void chanceIsAlwaysAParameter() {
    noClasses()
        .that()
        // It hands a seeded stream to a library that takes no other type.
        .doNotHaveFullyQualifiedName("org.servanda.study.design.Sampling")
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocalRandom.class)
        .check(main);
  }

  @Test
  void nothingIsOptional() {
    assertThat(main.stream().flatMap(ArchitectureTest::optionals))
        .as("fields, parameters and results that are Optional (use @Nullable or a sealed type)")
        .isEmpty();
  }

  @Test
  void recordsHoldNoArrays() {
    assertThat(
            main.stream()
                .filter(JavaClass::isRecord)
                .flatMap(record -> record.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isArray())
                .map(JavaField::getFullName))
        .as("record components that are arrays (equality and immutability would lie)")
        .isEmpty();
  }

  private static void dependsOnlyOn(String module, String... others) {
    var own = Stream.of("org.servanda." + module + "..", "org.jspecify.annotations..");
    classes()
        .that()
        .resideInAPackage("org.servanda." + module + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.concat(own, Stream.of(others)).toArray(String[]::new))
        .check(main);
  }

  private static Stream<String> optionals(JavaClass type) {
    var fields =
        type.getFields().stream()
            .filter(field -> mentionsOptional(field.getType()))
            .map(JavaField::getFullName);
    var codeUnits =
        type.getCodeUnits().stream()
            .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(unit ->
                Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                    .anyMatch(ArchitectureTest::mentionsOptional))
            .map(JavaCodeUnit::getFullName);
    return Stream.concat(fields, codeUnits);
  }

  private static boolean mentionsOptional(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .anyMatch(raw -> OPTIONALS.contains(raw.getName()));
  }
}
