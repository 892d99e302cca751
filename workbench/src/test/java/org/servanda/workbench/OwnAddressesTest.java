package org.servanda.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.workbench.http.Limits;

class OwnAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:DB8:0:0:0:0:0:1, [2001:db8::1]",
    "fe80::a:0:0:b%1, [fe80::a:0:0:b]",
    "2001:db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]",
    "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]",
    "::, [::]",
    "1::, [1::]"
  })
  void addressesAreWrittenAsBrowsersDo(String address, String written) throws UnknownHostException {
    assertThat(OwnAddresses.inUrl(InetAddress.getByName(address))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void onAllAddressesTheMachinesOwnAreLetInAndNoName(String host, @TempDir Path folder) {
    try (var server = Running.on(host, folder, null, Limits.usual())) {
      for (var own : OwnAddresses.all()) {
        assertThat(asked(server, OwnAddresses.inUrl(own))).startsWith("HTTP/1.1 200 ");
      }
      assertThat(asked(server, "class.example")).startsWith("HTTP/1.1 200 ");
      for (String other : new String[] {"evil.example", "203.0.113.9", "0.0.0.0", "[::]"}) {
        assertThat(asked(server, other)).startsWith("HTTP/1.1 403 ").contains("--name");
      }
      var told = server.workbench().addresses();
      assertThat(told).hasSizeBetween(1, 4).doesNotHaveDuplicates().contains(server.address());
      assertThat(told)
          .allMatch(a -> asked(server, URI.create(a).getHost()).startsWith("HTTP/1.1 200 "))
          .noneMatch(a -> a.contains("0.0.0.0") || a.contains("[::]"));
    }
  }

  @Test
  void anAddressOfItsOwnIsPutInBrackets(@TempDir Path folder) {
    try (var server = Running.on("::1", folder, null, Limits.usual())) {
      assertThat(server.address()).isEqualTo("http://[::1]:" + server.port() + "/");
    }
  }

  private static String asked(Running server, String host) {
    return RawHttp.ask(server.port(), "GET /api/v1 HTTP/1.1\nHost: " + host + ":" + server.port());
  }
}
