package org.servanda.agreement.agreement;

import java.time.LocalDate;
import java.time.Period;

/// A date, given as such or counted from the signature.
public sealed interface When {

  /// {@return the date meant}
  ///
  /// @param signature the day of signature
  LocalDate date(LocalDate signature);

  /// A date.
  ///
  /// @param day the date
  record On(LocalDate day) implements When {
    @Override
    public LocalDate date(LocalDate signature) {
      return day;
    }
  }

  /// Some time after the signature.
  ///
  /// @param delay 0 or more
  record After(Period delay) implements When {
    @Override
    public LocalDate date(LocalDate signature) {
      return signature.plus(delay);
    }
  }
}
