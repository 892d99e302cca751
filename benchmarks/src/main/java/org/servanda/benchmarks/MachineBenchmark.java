package org.servanda.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one core of this machine can do at most, from Java.
///
/// Streams: nanoseconds per number of `a = b + s c`, that is per 24 bytes moved, in arrays that fit
/// the nearest cache and in arrays that fit none. Arithmetic: nanoseconds per fused multiply-add on
/// numbers that stay in the nearest cache.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class MachineBenchmark {
  private static final int NEAR = 605;
  private static final int FAR = 1 << 23;
  private static final int CHAIN = 16;

  private final double[] a = new double[FAR];
  private final double[] b = new double[FAR];
  private final double[] c = new double[FAR];

  /// Fills the arrays.
  @Setup
  public void fill() {
    Arrays.setAll(b, i -> 1.0 / (1 + i));
    Arrays.setAll(c, i -> 2.0 / (3 + i));
  }

  /// Streams in the nearest cache.
  @Benchmark
  @OperationsPerInvocation(NEAR)
  public double[] streamNear() {
    triad(NEAR);
    return a;
  }

  /// Streams in main memory.
  @Benchmark
  @OperationsPerInvocation(FAR)
  public double[] streamFar() {
    triad(FAR);
    return a;
  }

  private void triad(int count) {
    for (int i = 0; i < count; i++) {
      a[i] = Math.fma(0.3, c[i], b[i]);
    }
  }

  /// Fused multiply-adds, sixteen for each number read and written.
  @Benchmark
  @OperationsPerInvocation(NEAR * CHAIN)
  public double[] multiplyAdd() {
    for (int i = 0; i < NEAR; i++) {
      double x = b[i];
      double p = Math.fma(x, 0.01, 0.02);
      p = Math.fma(p, x, 0.03);
      p = Math.fma(p, x, 0.04);
      p = Math.fma(p, x, 0.05);
      p = Math.fma(p, x, 0.06);
      p = Math.fma(p, x, 0.07);
      p = Math.fma(p, x, 0.08);
      p = Math.fma(p, x, 0.09);
      p = Math.fma(p, x, 0.10);
      p = Math.fma(p, x, 0.11);
      p = Math.fma(p, x, 0.12);
      p = Math.fma(p, x, 0.13);
      p = Math.fma(p, x, 0.14);
      p = Math.fma(p, x, 0.15);
      p = Math.fma(p, x, 0.16);
      a[i] = Math.fma(p, x, 0.17);
    }
    return a;
  }
}
