package org.servanda.agreement.scenario;

import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Place;

/// A clause, with where and how it was written.
///
/// @param clause the clause
/// @param terms its terms as read
/// @param place where it stands
record PlacedClause(Clause clause, Found.Block terms, Place place) {}
