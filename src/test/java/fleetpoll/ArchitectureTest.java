package fleetpoll;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Packages use only packages of lower rows, and only one package uses Gatling. */
@AnalyzeClasses(packages = "fleetpoll", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** From top to bottom: a package knows packages of lower rows, and none of its own row. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("app.capacity"),
          List.of("cli", "app"),
          List.of("compare", "study", "capacity", "shard", "report.plan"),
          List.of("report", "judge", "checkpoint"),
          List.of("run", "live"),
          List.of("gatling"),
          List.of("fleet"),
          List.of("http", "client", "run.unfinished"),
          List.of("record", "watch"),
          List.of(
              "server",
              "schedule",
              "watch.route",
              "http.encoding",
              "http.tls",
              "http.proxy",
              "http.link"),
          List.of("server.fault"),
          List.of("settings", "estimate", "stall", "run.whole", "run.shard", "record.login"),
          List.of(
              "settings.answer",
              "settings.access",
              "settings.body",
              "settings.behavior",
              "settings.shard",
              "settings.capacity"),
          List.of("config", "figure", "process", "trust", "capacity.search"),
          List.of("run.file"),
          List.of("text"));

  @ArchTest
  static void arrowsRunDownwards(JavaClasses production) {
    for (int row = 0; row < ROWS.size(); row++) {
      for (String name : ROWS.get(row)) {
        noClasses()
            .that()
            .resideInAPackage(packageOf(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(notBelow(row, name))
            .allowEmptyShould(true)
            .check(production);
      }
    }
  }

  @ArchTest
  static final ArchRule EVERY_PACKAGE_HAS_ITS_ROW =
      classes()
          .should()
          .resideInAnyPackage(
              ROWS.stream()
                  .flatMap(List::stream)
                  .map(ArchitectureTest::packageOf)
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule ONLY_THE_ADAPTER_KNOWS_GATLING =
      noClasses()
          .that()
          .resideOutsideOfPackage(packageOf("gatling"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gatling..", "scala..");

  @ArchTest
  static final ArchRule ONLY_APP_KNOWS_THE_ADAPTER =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              packageOf("gatling"), packageOf("app"), packageOf("app.capacity"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(packageOf("gatling"));

  private static String packageOf(String name) {
    return "fleetpoll." + name;
  }

  private static String[] notBelow(int row, String name) {
    return ROWS.subList(0, row + 1).stream()
        .flatMap(List::stream)
        .filter(other -> !other.equals(name))
        .map(ArchitectureTest::packageOf)
        .toArray(String[]::new);
  }

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses production) {
    Stream<String> silent =
        production.stream()
            .map(c -> c.getPackageName())
            .distinct()
            .filter(name -> !Files.exists(packageInfo(name)));
    assertThat(silent).isEmpty();
  }

  private static Path packageInfo(String name) {
    return Path.of("src/main/java", name.replace('.', '/'), "package-info.java");
  }
}
