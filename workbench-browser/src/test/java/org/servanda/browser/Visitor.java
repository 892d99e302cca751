package org.servanda.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// What somebody at the page does and sees.
final class Visitor implements AutoCloseable {
  /// Long enough for a full answer on a busy machine.
  static final double PATIENCE = 90_000;

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private final List<String> troubles = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();

  Visitor(BrowserContext context, String address) {
    this.context = context;
    this.address = address;
    this.page = context.newPage();
    page.setDefaultTimeout(20_000);
    page.onPageError(troubles::add);
    page.onConsoleMessage(message -> {
      // Refusals by the server are part of some tests; the browser reports each as an error.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        troubles.add(message.text());
      }
    });
    page.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:")) {
        foreign.add(url);
      }
    });
  }

  Page page() {
    return page;
  }

  /// {@return errors of the page and requests to elsewhere; both should be empty}
  List<String> troubles() {
    var all = new ArrayList<>(troubles);
    all.addAll(foreign);
    return all;
  }

  /// Opens the page and waits for the first number.
  Visitor arrives() {
    page.navigate(address);
    number().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return this;
  }

  /// Finds the small file of [#opensBorder] as a draft that is kept already, and waits for the
  /// first number.
  Visitor arrivesAtBorder() {
    return arrivesAt(border());
  }

  /// Finds a text as a draft that is kept already, and waits for the first number.
  Visitor arrivesAt(String text) {
    var draft = new JsonObject();
    draft.addProperty("name", "border.yaml");
    draft.addProperty("text", text);
    var kept =
        page.request()
            .post(
                address + "api/v1/drafts",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData(draft.toString()));
    String id = JsonParser.parseString(kept.text()).getAsJsonObject().get("id").getAsString();
    page.navigate(address + "#draft=" + id);
    number().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return this;
  }

  /// {@return the text of the small file}
  static String border() {
    try (var in = Visitor.class.getResourceAsStream("border.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading border.yaml", e);
    }
  }

  /// {@return the same browser's next tab, at the same address; closed with this one}
  Visitor inAnotherTab() {
    var next = new Visitor(context, address);
    next.page.navigate(page.url());
    next.number().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return next;
  }

  /// Sets the level of the drafted guarantee of the small file, and waits until the server has
  /// answered the page as the text with it was sent there.
  void setsLevel(String level, int status) {
    sends(drafted(level), status, () -> level(0, level).check());
  }

  /// {@return how a text with a level of the drafted guarantee is told in JSON}
  static String drafted(String level) {
    return "level: " + level + "}\\nalternatives";
  }

  /// Does what makes the page send a draft with certain words, and waits for the answer to that.
  void sends(String words, int status, Runnable act) {
    page.waitForResponse(
        r ->
            r.url().contains("/api/v1/drafts")
                && r.status() == status
                && String.valueOf(r.request().postData()).contains(words),
        act);
  }

  /// {@return the text that the server keeps under the address the page has}
  String kept() {
    String id = page.url().replaceFirst(".*#draft=", "");
    String draft = page.request().get(address + "api/v1/drafts/" + id).text();
    return JsonParser.parseString(draft).getAsJsonObject().get("text").getAsString();
  }

  /// {@return the level of the drafted guarantee in that text}
  String keptLevel() {
    return kept().replaceFirst("(?s).*level: ([a-z]+)}\nalternatives.*", "$1");
  }

  /// Opens a small file of two states and a guarantor, which is answered in a moment.
  Visitor opensBorder() {
    page.waitForFileChooser(() -> button("Open a file").click())
        .setFiles(new FilePayload("border.yaml", "application/yaml", border().getBytes(UTF_8)));
    PlaywrightAssertions.assertThat(page).hasTitle("A border – Servanda");
    return this;
  }

  /// {@return the number of histories in the first sentence}
  Locator number() {
    return page.locator(".verdict .num.big");
  }

  /// {@return what the draft is worth to each principal, as the first card says it}
  String worths() {
    return page.locator(".card").first().locator(".worth").innerText();
  }

  /// {@return the mark beside the first sentence}
  Locator mark() {
    return page.locator(".verdict .measure .mark");
  }

  /// Waits until the first sentence says what kind of result it is.
  void waitsFor(String kind) {
    PlaywrightAssertions.assertThat(mark())
        .hasText(
            Pattern.compile(kind),
            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                .setTimeout(PATIENCE));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /// {@return the slider of an assumption}
  Locator slider(String label) {
    return page.locator("#assumptions")
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  /// {@return a level of a guarantee in the card of a proposal, the first card being 0}
  Locator level(int card, String word) {
    return page.locator(".card")
        .nth(card)
        .getByLabel(word, new Locator.GetByLabelOptions().setExact(true));
  }

  /// {@return what axe finds, one line each}
  List<String> accessibilityProblems() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(v ->
                v.getId()
                    + ": "
                    + v.getHelp()
                    + " at "
                    + v.getNodes().stream().map(n -> String.valueOf(n.getHtml())).limit(3).toList())
            .toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
