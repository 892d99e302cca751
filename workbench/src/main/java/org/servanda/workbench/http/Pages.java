package org.servanda.workbench.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The files of the page and of the libraries it uses, from the class path.
///
/// A path is looked up only if every step is made of letters, digits and a few signs, and the last
/// names a known kind of file: so nothing outside the two folders can be asked for.
final class Pages {
  private static final String PAGE = "org/servanda/workbench/page/";
  private static final String LIBRARIES = "META-INF/resources/_static/";
  private static final String LIBRARY_PREFIX = "lib/";
  private static final Pattern STEP = Pattern.compile("@?[A-Za-z0-9_][A-Za-z0-9_.+-]*");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\"[^>]*>(.*?)</script>", Pattern.DOTALL);
  private static final long MOST_KEPT = 32L << 20;
  private static final int WORTH_PACKING = 600;

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final Map<String, Asset> kept = new ConcurrentHashMap<>();
  private final AtomicLong bytesKept = new AtomicLong();
  private final String policy;

  /// A file ready to be sent.
  static final class Asset {
    private final byte[] plain;
    private final byte @Nullable [] packed;
    private final String type;
    private final String tag;
    private final boolean isForEver;

    private Asset(byte[] plain, String type, boolean isForEver) {
      this.plain = plain;
      this.type = type;
      this.isForEver = isForEver;
      this.tag = "\"" + hash(plain).substring(0, 22).replace('/', '_') + "\"";
      byte[] smaller =
          plain.length < WORTH_PACKING || type.startsWith("image/png") ? plain : gzip(plain);
      this.packed = smaller.length < plain.length ? smaller : null;
    }

    byte[] plain() {
      return plain;
    }

    /// {@return the bytes in gzip; null if that is no use}
    byte @Nullable [] packed() {
      return packed;
    }

    String type() {
      return type;
    }

    String tag() {
      return tag;
    }

    /// {@return whether its path holds its version, so that it never changes}
    boolean isForEver() {
      return isForEver;
    }

    private int size() {
      return plain.length + (packed == null ? 0 : packed.length);
    }
  }

  Pages() {
    this.policy = policy(asset("index.html"));
  }

  /// {@return what the page may load and run: its own files, and the one import map in it}
  String policy() {
    return policy;
  }

  /// {@return a file; null if there is none}
  ///
  /// @param path without the first slash, as the request has it, decoded
  @Nullable Asset asset(String path) {
    Asset known = kept.get(path);
    if (known != null) {
      return known;
    }
    String resource = resource(path);
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (resource == null || type == null) {
      return null;
    }
    try (InputStream in = opened(resource)) {
      if (in == null) {
        return null;
      }
      var asset = new Asset(in.readAllBytes(), type, path.startsWith(LIBRARY_PREFIX));
      if (bytesKept.addAndGet(asset.size()) <= MOST_KEPT) {
        kept.put(path, asset);
      } else {
        bytesKept.addAndGet(-asset.size());
      }
      return asset;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource, e);
    }
  }

  /// The page belongs to this module, which does not open it to others; libraries to nobody.
  private static @Nullable InputStream opened(String resource) {
    return resource.startsWith(LIBRARIES)
        ? Pages.class.getClassLoader().getResourceAsStream(resource)
        : Pages.class.getResourceAsStream("/" + resource);
  }

  private static @Nullable String resource(String path) {
    for (String step : path.split("/", -1)) {
      if (!STEP.matcher(step).matches() || step.contains("..")) {
        return null;
      }
    }
    return path.startsWith(LIBRARY_PREFIX)
        ? LIBRARIES + path.substring(LIBRARY_PREFIX.length())
        : PAGE + path;
  }

  private static String policy(@Nullable Asset index) {
    if (index == null) {
      throw new IllegalStateException("index.html is missing from this build");
    }
    var scripts = new StringBuilder("'self'");
    var maps = IMPORT_MAP.matcher(new String(index.plain(), StandardCharsets.UTF_8));
    while (maps.find()) {
      scripts.append(" 'sha256-");
      scripts.append(hash(maps.group(1).getBytes(StandardCharsets.UTF_8))).append('\'');
    }
    return "default-src 'none'; script-src %s; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-src blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        .formatted(scripts);
  }

  private static String hash(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("packing bytes in memory", e);
    }
    return packed.toByteArray();
  }
}
