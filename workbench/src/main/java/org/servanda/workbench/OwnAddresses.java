package org.servanda.workbench;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The addresses under which other machines reach this one.
final class OwnAddresses {
  private static final int GROUPS = 8;

  private OwnAddresses() {}

  /// {@return whether who listens there is reached under every address of this machine}
  static boolean isEvery(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false; // a name that stands for no address stands for no wildcard
    }
  }

  /// {@return the addresses of the network interfaces that are up, without those that lead back to
  /// this machine; those that others are most likely to reach first}
  static List<InetAddress> all() {
    try {
      var found = new ArrayList<InetAddress>();
      for (NetworkInterface one :
          NetworkInterface.networkInterfaces()
              .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
              .toList()) {
        if (one.isUp() && !one.isLoopback()) {
          one.inetAddresses().forEach(found::add);
        }
      }
      found.sort(
          Comparator.comparing(InetAddress::isLinkLocalAddress)
              .thenComparing(a -> a instanceof Inet6Address));
      return found;
    } catch (SocketException e) {
      throw new UncheckedIOException("asking for the addresses of this machine", e);
    }
  }

  /// {@return an address as browsers write it in `Host`: IPv6 in brackets, shortened, no zone}
  ///
  /// @source Kawamura and Kawashima (2010), RFC 5952
  static String inUrl(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    int start = 0;
    int longest = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = zeros(groups, i);
      if (run > longest) {
        start = i;
        longest = run;
      }
    }
    return longest < 2
        ? "[" + joined(groups, 0, GROUPS) + "]"
        : "[" + joined(groups, 0, start) + "::" + joined(groups, start + longest, GROUPS) + "]";
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String joined(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
