package org.servanda.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.Assessor;
import org.servanda.report.answer.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `servanda check`: reads scenario files and says all that is wrong with them.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Says all that is wrong with scenario files, line by line.",
      "",
      "Prints every problem with its file, line and column, the value in question and what to do"
          + " about it; a game too large for the memory is one. Nothing is solved or written."
    },
    footerHeading = "%n",
    footer = {"Exit codes: 0 if no file has a problem, 2 otherwise."})
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML.")
  private List<Path> files = List.of();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    int problems = 0;
    for (Path file : files) {
      var found = problems(file);
      found.forEach(surroundings.out()::println);
      problems += found.size();
    }
    if (problems > 0) {
      surroundings.out().println(problems == 1 ? "1 problem" : problems + " problems");
    }
    surroundings.out().flush();
    return problems == 0 ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private List<String> problems(Path file) {
    var input = Input.read(surroundings.folder(), file);
    if (!input.problems().isEmpty()) {
      return input.problems();
    }
    var refusal =
        Assessor.refusal(
            input.scenario(),
            AssessOptions.standard().withMemoryLimit(Surroundings.memoryOfOneSolve()));
    if (refusal != null) {
      return List.of(input.located(refusal));
    }
    surroundings
        .out()
        .printf("%s: no problem (%s)%n", file, PlainText.clean(input.scenario().title()));
    return List.of();
  }
}
