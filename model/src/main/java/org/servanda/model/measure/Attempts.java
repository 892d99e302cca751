package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.List;

/// Several attempts in order.
///
/// @param results of those solved
/// @param omissions those not solved
record Attempts<T>(List<T> results, List<Assessment.Omission> omissions) {
  Attempts {
    results = List.copyOf(results);
    omissions = List.copyOf(omissions);
  }

  static <T> Attempts<T> none() {
    return new Attempts<>(List.of(), List.of());
  }

  static <T> Attempts<T> of(List<Attempt<T>> attempts) {
    var results = new ArrayList<T>();
    var omissions = new ArrayList<Assessment.Omission>();
    for (var attempt : attempts) {
      if (attempt.result() != null) {
        results.add(attempt.result());
      }
      if (attempt.omission() != null) {
        omissions.add(attempt.omission());
      }
    }
    return new Attempts<>(results, omissions);
  }
}
