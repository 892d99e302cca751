package org.servanda.workbench.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.question.Refusal;
import org.servanda.workbench.question.Refusal.Kind;

/// Who is let in: requests under the server's own names, from its own pages, with the token if one
/// is needed.
///
/// A page of another site can make a browser send requests here. Such a request names the other
/// site in `Origin` or `Sec-Fetch-Site`, or, if the site has pointed its own name at this machine,
/// in `Host`.
///
/// @param names under which the server may be asked for, in lower case, without port
/// @param token that requests must carry; absent if none is needed
public record Door(Set<String> names, @Nullable String token) {
  /// Names of this machine for itself.
  public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final String BEARER = "Bearer ";

  public Door {
    names = Set.copyOf(names);
  }

  /// What of a request is looked at.
  ///
  /// @param method such as `GET`
  /// @param path such as `/api/v1/trials`
  /// @param hosts all `Host` headers
  /// @param origin the `Origin` header; absent if there is none
  /// @param site the `Sec-Fetch-Site` header; absent if there is none
  /// @param authorization the `Authorization` header; absent if there is none
  record Caller(
      String method,
      String path,
      List<String> hosts,
      @Nullable String origin,
      @Nullable String site,
      @Nullable String authorization) {
    Caller {
      hosts = List.copyOf(hosts);
    }

    private boolean asksForAnswers() {
      return path.startsWith("/api/");
    }

    private boolean onlyLooks() {
      return method.equals("GET") || method.equals("HEAD");
    }
  }

  /// Lets a request in.
  ///
  /// @throws Refusal if it comes from elsewhere or lacks the token
  void admit(Caller caller) {
    String host = caller.hosts().size() == 1 ? caller.hosts().getFirst() : "";
    if (!names.contains(withoutPort(host))) {
      throw Refusal.of(
          Kind.FOREIGN,
          "the request is for a host that this server does not go by",
          "an address printed at start, or start with --name and the name asked for");
    }
    if (caller.origin() != null && !isSame(caller.origin(), host)) {
      throw Refusal.of(
          Kind.FOREIGN, "the request comes from another site", "the page that this server shows");
    }
    boolean isElsewhere =
        caller.site() != null && !Set.of("same-origin", "none").contains(caller.site());
    if (isElsewhere && (caller.asksForAnswers() || !caller.onlyLooks())) {
      throw Refusal.of(
          Kind.FOREIGN, "the request comes from another site", "the page that this server shows");
    }
    if (caller.asksForAnswers() && !hasToken(caller.authorization())) {
      throw Refusal.of(
          Kind.NO_TOKEN,
          "the token is " + (caller.authorization() == null ? "missing" : "wrong"),
          "Authorization: Bearer and the token that was printed at start");
    }
  }

  private boolean hasToken(@Nullable String authorization) {
    if (token == null) {
      return true;
    }
    String given =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).strip()
            : "";
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return a host without its port, in lower case}
  static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']') && colon >= 0;
    return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }

  private static boolean isSame(String origin, String host) {
    try {
      var uri = new URI(origin);
      return "http".equals(uri.getScheme())
          && uri.getRawAuthority() != null
          && uri.getRawAuthority().equalsIgnoreCase(host)
          && (uri.getRawPath() == null || uri.getRawPath().isEmpty());
    } catch (URISyntaxException e) {
      return false; // no page of ours has such an address
    }
  }
}
