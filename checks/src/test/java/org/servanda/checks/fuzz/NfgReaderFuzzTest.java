package org.servanda.checks.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

class NfgReaderFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void anyBytesAreReadOrRefused(byte[] bytes) {
    Readings.check(bytes);
  }
}
