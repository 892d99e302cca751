package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final int FILES_AT_LEAST = 30;
  private static final int LINES_PER_FILE = 500;
  private static final int LINES_PER_METHOD = 60;

  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "util", "utils", "common", "commons", "misc", "helper", "helpers", "manager", "base",
          "data", "info", "impl", "service");
  private static final Set<String> SAYS_ONLY_HOW = Set.of("abstract", "default");

  @Test
  void filesAreShort() throws IOException {
    var tooLong = new ArrayList<String>();
    for (var file : Project.javaFiles()) {
      try (var lines = Files.lines(file)) {
        var count = lines.count();
        if (count > LINES_PER_FILE) {
          tooLong.add("%s: %d lines".formatted(Project.root().relativize(file), count));
        }
      }
    }
    assertThat(tooLong).as("files of more than %d lines", LINES_PER_FILE).isEmpty();
  }

  @Test
  void namesAndMethodsFollowTheStyle() throws IOException {
    var files = Project.javaFiles();
    assertThat(files).hasSizeGreaterThanOrEqualTo(FILES_AT_LEAST);
    var javac = ToolProvider.getSystemJavaCompiler();
    try (var manager = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) javac.getTask(null, manager, null, List.of("-proc:none"), null, units);
      var findings = new ArrayList<String>();
      for (var unit : task.parse()) {
        new Style(unit, Trees.instance(task), findings).scan(unit, null);
      }
      assertThat(findings).as("names and methods against the style").isEmpty();
    }
  }

  /// Collects what one file does against the style, each with file and line.
  private static final class Style extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<String> findings;

    Style(CompilationUnitTree unit, Trees trees, List<String> findings) {
      this.unit = unit;
      this.trees = trees;
      this.findings = findings;
      if (unit.getPackageName() != null) {
        for (var word : unit.getPackageName().toString().split("\\.")) {
          if (SAYS_NOTHING.contains(word)) {
            add(unit.getPackageName(), "a package named %s says nothing".formatted(word));
          }
        }
      }
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      var name = type.getSimpleName().toString();
      var words = Arrays.asList(name.split("(?=[A-Z])"));
      var last = words.getLast().toLowerCase(Locale.ROOT);
      var first = words.getFirst().toLowerCase(Locale.ROOT);
      if (SAYS_NOTHING.contains(last)) {
        add(type, "%s ends with a word that says nothing".formatted(name));
      }
      if (SAYS_ONLY_HOW.contains(first)) {
        add(type, "%s begins with how it is built, not with what it is".formatted(name));
      }
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      var name = method.getName().toString();
      var lines = parts(method).stream().mapToLong(this::lines).max().orElseThrow();
      if (lines > LINES_PER_METHOD) {
        add(method, "%s has %d lines, at most %d".formatted(name, lines, LINES_PER_METHOD));
      }
      var ours =
          method.getModifiers().getAnnotations().stream()
              .noneMatch(a -> a.getAnnotationType().toString().equals("Override"));
      if (ours && name.matches("get[A-Z].*") && method.getParameters().isEmpty()) {
        add(method, "%s: accessors are named without get".formatted(name));
      }
      return super.visitMethod(method, none);
    }

    /// The method; or, when all it does is to say something of each kind in a list, the cases.
    private static List<? extends Tree> parts(MethodTree method) {
      var body = method.getBody();
      return body != null
              && body.getStatements().size() == 1
              && body.getStatements().getFirst() instanceof ReturnTree result
              && result.getExpression() instanceof SwitchExpressionTree table
          ? table.getCases()
          : List.of(method);
    }

    private long lines(Tree tree) {
      return line(end(tree)) - line(start(tree)) + 1;
    }

    private void add(Tree place, String finding) {
      var file = Project.root().toUri().relativize(unit.getSourceFile().toUri());
      findings.add("%s:%d: %s".formatted(file, line(start(place)), finding));
    }

    private long start(Tree tree) {
      return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long end(Tree tree) {
      return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
