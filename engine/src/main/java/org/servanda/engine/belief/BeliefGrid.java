package org.servanda.engine.belief;

import java.util.ArrayList;
import java.util.List;
import org.servanda.engine.game.TypeSpace;

/// The product of the grids over the beliefs about all informed players; the last one runs fastest.
///
/// A *flat belief* lists the probabilities of all types of all players in the order of value
/// functions.
public final class BeliefGrid {
  private final TypeSpace types;
  private final List<BeliefAxis> axes;
  private final int[] axisOf;
  private final int[] strides;
  private final int size;

  /// Makes the grid.
  ///
  /// @param resolution intervals for a player with two types
  /// @param simplexResolution intervals along each edge for a player with more
  public BeliefGrid(TypeSpace types, int resolution, int simplexResolution) {
    this.types = types;
    this.axes = new ArrayList<>();
    this.axisOf = new int[types.players()];
    for (int i = 0; i < types.players(); i++) {
      axisOf[i] = axes.size();
      if (types.types(i) == 2) {
        axes.add(new IntervalAxis(resolution));
      } else if (types.types(i) > 2) {
        axes.add(new SimplexAxis(types.types(i), simplexResolution));
      }
    }
    this.strides = new int[axes.size()];
    int product = 1;
    for (int j = axes.size() - 1; j >= 0; j--) {
      strides[j] = product;
      product = Math.multiplyExact(product, axes.get(j).nodes());
    }
    this.size = product;
  }

  /// Returns how many points the grid would have, without making it.
  public static long size(TypeSpace types, int resolution, int simplexResolution) {
    double product = 1;
    for (int i = 0; i < types.players(); i++) {
      if (types.types(i) == 2) {
        product *= resolution + 1;
      } else if (types.types(i) > 2) {
        product *= SimplexAxis.nodes(types.types(i), simplexResolution);
      }
    }
    return (long) Math.min(product, 1e15);
  }

  /// Returns the types of the players.
  public TypeSpace types() {
    return types;
  }

  /// Returns the number of grid points.
  public int size() {
    return size;
  }

  /// Returns the number of informed players.
  public int axes() {
    return axes.size();
  }

  /// Returns the axis of an informed player.
  public BeliefAxis axis(int player) {
    return axes.get(axisOf[player]);
  }

  /// Returns the distance between neighbors along the axis of an informed player.
  public int stride(int player) {
    return strides[axisOf[player]];
  }

  /// Returns the node on the axis of an informed player at grid point `b`.
  public int node(int player, int b) {
    return b / strides[axisOf[player]] % axes.get(axisOf[player]).nodes();
  }

  /// Writes the flat belief at grid point `b`.
  public void belief(int b, double[] beliefs) {
    for (int i = 0; i < types.players(); i++) {
      int from = types.valueFunction(i, 0);
      if (types.informed(i)) {
        axis(i).belief(node(i, b), beliefs, from);
      } else {
        beliefs[from] = 1;
      }
    }
  }

  /// Makes an empty stencil that fits this grid.
  public Stencil stencil() {
    return new Stencil(this);
  }
}
