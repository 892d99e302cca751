package org.servanda.cli.solve;

import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The last point of a branch that is known, for when the work does not come back in time.
///
/// One thread notes points, another asks.
public final class Latest {
  private volatile @Nullable Supplier<SequencedMap<String, @Nullable Object>> point;

  /// Notes a point.
  ///
  /// @param point makes it as in JSON; asked for at most once, so that noting costs nothing
  void note(Supplier<SequencedMap<String, @Nullable Object>> point) {
    this.point = point;
  }

  /// The last point as in JSON, null if there is none.
  @Nullable SequencedMap<String, @Nullable Object> best() {
    var last = point;
    return last == null ? null : last.get();
  }
}
