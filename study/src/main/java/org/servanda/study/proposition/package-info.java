/// Propositions: claims about agreements, run as pairs of scenarios in the same plausible worlds.
///
/// A file states a claim, the accords it is run on, and *sides*: edits of an accord's scenario that
/// name roles instead of parties. [Propositions] reads a folder of them, [Stager] applies the sides
/// to the accords, [PropositionRunner] solves all sides in the same worlds, and [Judge] says in how
/// many of them the claim holds, how much it matters and what decides. A claim may lose.
package org.servanda.study.proposition;
