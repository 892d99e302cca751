package org.servanda.agreement.scenario;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/// When an agreement starts and how long it is followed.
///
/// @param start day of signature
/// @param step length of one period, 1 to 12 whole months
/// @param horizon time followed, a multiple of `step`, at most 60 years
public record TimeFrame(LocalDate start, Period step, Period horizon) {
  private static final double DAYS_PER_YEAR = 365.2425;

  /// @throws IllegalArgumentException unless `step` and `horizon` are positive whole months and
  ///   `step` divides `horizon`
  public TimeFrame {
    if (step.getDays() != 0 || step.toTotalMonths() < 1) {
      throw new IllegalArgumentException("step is " + step + ", bound: whole months, 1 or more");
    }
    if (horizon.getDays() != 0
        || horizon.toTotalMonths() < 1
        || horizon.toTotalMonths() % step.toTotalMonths() != 0) {
      throw new IllegalArgumentException(
          "horizon is " + horizon + ", bound: a multiple of " + step);
    }
  }

  /// {@return the number of periods}
  public int periods() {
    return Math.toIntExact(horizon.toTotalMonths() / step.toTotalMonths());
  }

  /// {@return the length of one period in years}
  public double yearsPerPeriod() {
    return step.toTotalMonths() / 12.0;
  }

  /// {@return the horizon in years}
  public double years() {
    return horizon.toTotalMonths() / 12.0;
  }

  /// {@return the first day of a period}
  ///
  /// @param period index, 0 or more
  public LocalDate startOf(int period) {
    return start.plusMonths(period * step.toTotalMonths());
  }

  /// {@return the years from the signature to a date, negative before it}
  ///
  /// @param date any date
  public double yearsUntil(LocalDate date) {
    return ChronoUnit.DAYS.between(start, date) / DAYS_PER_YEAR;
  }

  /// {@return the index of the period a date falls in: 0 or more, and possibly past the last}
  ///
  /// @param date a date not before the signature
  /// @throws IllegalArgumentException if `date` is before the signature
  public int periodOf(LocalDate date) {
    if (date.isBefore(start)) {
      throw new IllegalArgumentException("date is " + date + ", bound: not before " + start);
    }
    int guess = Math.toIntExact(ChronoUnit.MONTHS.between(start, date) / step.toTotalMonths());
    return startOf(guess + 1).isAfter(date) ? guess : guess + 1;
  }
}
