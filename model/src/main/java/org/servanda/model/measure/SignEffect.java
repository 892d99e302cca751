package org.servanda.model.measure;

import org.jspecify.annotations.Nullable;
import org.servanda.model.compile.Meaning.Clock;

/// What a sign says of the next years: histories in which it has just been seen for the first time
/// against those at the same dates in which it has not been seen yet.
///
/// @param histories in all
/// @param seen histories in which it is ever seen while its clock can still stop
/// @param compared of these, those seen early enough to be followed, and with others to compare
/// @param after share of those compared in which the clock stops within the years followed
/// @param without the same where it has not been seen, dates weighted as in `after`
/// @param error standard error of `after - without`
record SignEffect(
    int histories, int seen, int compared, double after, double without, double error) {

  double difference() {
    return after - without;
  }

  /// {@return how far forecasts spread by whether the sign is seen: the standard deviation of a
  /// forecast that is `after` as often as the sign is seen, and `without` otherwise}
  double spread() {
    double q = (double) seen / histories;
    return Math.abs(difference()) * Math.sqrt(q * (1 - q));
  }

  /// {@return the effect of one sign; null if none can be compared}
  ///
  /// @param count of histories
  /// @param dates first periods, from 0, from which a history can be followed long enough
  /// @param followed periods, that in which the sign is seen included
  static @Nullable SignEffect of(
      SignHistories histories, int sign, Clock clock, int count, int dates, int followed) {
    return new Count(histories, sign, clock, count, dates, followed).effect();
  }

  /// Counts by date.
  private static final class Count {
    private final SignHistories histories;
    private final int sign;
    private final Clock clock;
    private final int count;
    private final int followed;
    private final double[] seen;
    private final double[] seenStopped;
    private final double[] others;
    private final double[] othersStopped;
    private int ever;

    Count(SignHistories histories, int sign, Clock clock, int count, int dates, int followed) {
      this.histories = histories;
      this.sign = sign;
      this.clock = clock;
      this.count = count;
      this.followed = followed;
      this.seen = new double[dates];
      this.seenStopped = new double[dates];
      this.others = new double[dates];
      this.othersStopped = new double[dates];
    }

    @Nullable SignEffect effect() {
      for (int n = 0; n < count; n++) {
        add(n);
      }
      double compared = 0;
      double stopped = 0;
      double without = 0;
      for (int t = 0; t < seen.length; t++) {
        if (others[t] > 0) {
          compared += seen[t];
          stopped += seenStopped[t];
          without += seen[t] * othersStopped[t] / others[t];
        }
      }
      if (!(compared > 0)) {
        return null;
      }
      double after = stopped / compared;
      without /= compared;
      double error = error(compared, after - without);
      return new SignEffect(count, ever, (int) compared, after, without, error);
    }

    private void add(int n) {
      int first = histories.seen(sign, n);
      ever += first < SignHistories.NEVER ? 1 : 0;
      for (int t = 0; t <= last(n); t++) {
        if (t == first) {
          seen[t]++;
          seenStopped[t] += stops(n, t);
        } else {
          others[t]++;
          othersStopped[t] += stops(n, t);
        }
      }
    }

    /// The last date at which a history counts: its clock can still stop, and the sign is new or
    /// has not been seen.
    private int last(int n) {
      int known = Math.min(histories.seen(sign, n), histories.until(clock, n));
      return Math.min(known, seen.length - 1);
    }

    private int stops(int n, int t) {
      return histories.stopped(clock, n) < t + followed ? 1 : 0;
    }

    /// Histories are independent, dates of one history are not: the error is that of a sum over
    /// histories of what each adds to the difference, to first order.
    private double error(double compared, double difference) {
      double sum = 0;
      for (int n = 0; n < count; n++) {
        double adds = 0;
        int first = histories.seen(sign, n);
        for (int t = 0; t <= last(n); t++) {
          if (others[t] > 0) {
            double rest = othersStopped[t] / others[t];
            adds +=
                t == first
                    ? stops(n, t) - rest - difference
                    : -seen[t] / others[t] * (stops(n, t) - rest);
          }
        }
        sum += adds * adds;
      }
      return Math.sqrt(sum) / compared;
    }
  }
}
