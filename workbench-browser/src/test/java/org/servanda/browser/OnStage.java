package org.servanda.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one stage, and skips them, saying so, where there is no browser.
final class OnStage implements BeforeAllCallback, ParameterResolver {
  private static final Namespace HERE = Namespace.create(OnStage.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    boolean there = Chromium.found() != null;
    String reason =
        "SKIPPED %s: no Chromium on this machine. Try: install the distribution's package, or name"
            + " one in SERVANDA_CHROMIUM.";
    if (!there) {
      System.out.println(reason.formatted(context.getDisplayName()));
    }
    Assumptions.assumeTrue(there, reason.formatted(context.getDisplayName()));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Stage.class, k -> opened(), Stage.class);
  }

  private static Stage opened() {
    var program = Chromium.found();
    if (program == null) {
      throw new IllegalStateException("the tests should have been skipped");
    }
    try {
      return new Stage(program);
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder for drafts", e);
    }
  }
}
