package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A client that knows the API from its document alone: where an operation is, what its body may
/// say and what it may answer. Whatever is sent and received is checked against the document.
final class DescribedApi {
  private static final ObjectMapper JSON = new JsonMapper();

  private final Running server;
  private final JsonNode document;
  private final Set<String> called = new HashSet<>();
  private final String @Nullable [] headers;

  DescribedApi(Running server, String... headers) {
    this.server = server;
    this.headers = headers;
    try (InputStream in = Workbench.class.getResourceAsStream("openapi.yaml")) {
      document = new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came back.
  record Reply(int status, HttpResponse<String> response, JsonNode json) {
    String text() {
      return response.body();
    }
  }

  /// {@return the names of all operations of the document}
  Set<String> operations() {
    var names = new TreeSet<String>();
    document
        .get("paths")
        .values()
        .forEach(path ->
            path.properties().stream()
                .filter(e -> e.getValue().has("operationId"))
                .forEach(e -> names.add(e.getValue().get("operationId").stringValue())));
    return names;
  }

  /// {@return the names of the operations called so far}
  Set<String> called() {
    return called;
  }

  Reply call(String operation) {
    return call(operation, Map.of(), null);
  }

  Reply call(String operation, @Nullable Object body) {
    return call(operation, Map.of(), body);
  }

  /// Calls an operation by its name.
  ///
  /// @param parameters of its path
  /// @param body anything that can be JSON; absent for none
  Reply call(String operation, Map<String, String> parameters, @Nullable Object body) {
    for (var path : document.get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (method.getValue().isObject()
            && operation.equals(method.getValue().path("operationId").asString())) {
          called.add(operation);
          return call(path.getKey(), method.getKey(), method.getValue(), parameters, body);
        }
      }
    }
    throw new IllegalArgumentException("no operation " + operation);
  }

  private Reply call(
      String path,
      String method,
      JsonNode operation,
      Map<String, String> parameters,
      @Nullable Object body) {
    String filled = document.at("/servers/0/url").stringValue() + path;
    for (var parameter : parameters.entrySet()) {
      filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    assertThat(filled).doesNotContain("{");
    var request = server.request(filled);
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (body == null) {
      request.method(
          method.toUpperCase(java.util.Locale.ROOT), HttpRequest.BodyPublishers.noBody());
    } else {
      String text = JSON.writeValueAsString(body);
      var schema = operation.at("/requestBody/content/application~1json/schema");
      assertThat(problems(schema, text)).as("request of %s %s: %s", method, path, text).isEmpty();
      request.header("Content-Type", "application/json");
      request.method(
          method.toUpperCase(java.util.Locale.ROOT), HttpRequest.BodyPublishers.ofString(text));
    }
    return checked(operation, server.send(request.build()));
  }

  private Reply checked(JsonNode operation, HttpResponse<String> response) {
    var described = operation.get("responses").get(String.valueOf(response.statusCode()));
    if (described == null) {
      assertThat(response.statusCode()).as("undescribed: %s", response.body()).isGreaterThan(399);
      described = resolved(operation.get("responses").get("default"));
    }
    var content = described.get("content");
    if (content == null) {
      assertThat(response.body()).isEmpty();
      return new Reply(response.statusCode(), response, JSON.nullNode());
    }
    String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    assertThat(content.propertyNames()).contains(type);
    if (!type.endsWith("json")) {
      return new Reply(response.statusCode(), response, JSON.nullNode());
    }
    assertThat(problems(content.get(type).get("schema"), response.body()))
        .as("response: %s", response.body())
        .isEmpty();
    return new Reply(response.statusCode(), response, JSON.readTree(response.body()));
  }

  /// {@return what a text violates in one of the document's schemas}
  String violations(String schemaName, String text) {
    return problems(document.at("/components/schemas/" + schemaName), text);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
  }

  private String problems(JsonNode schema, String text) {
    var whole = JSON.createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", document.get("components"));
    var compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(whole.toString());
    var found = compiled.validate(text, InputFormat.JSON);
    return found.isEmpty() ? "" : found.toString();
  }
}
