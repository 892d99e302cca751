/// Parties, the clauses between them, and what each did with its earlier pledges.
///
/// An [org.servanda.agreement.agreement.Agreement] is a list of
/// [org.servanda.agreement.agreement.Clause]s; a clause names parties by key. Nothing here says
/// what a clause does: that is the model's claim.
package org.servanda.agreement.agreement;
