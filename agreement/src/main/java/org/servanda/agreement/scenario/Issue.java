package org.servanda.agreement.scenario;

import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;

/// What the two principals dispute.
///
/// @param about what it is, text; null if not said
/// @param first share the first principal holds at the signature; key `issue.share.<first>`
/// @param second share the second principal holds; modes of the two sum to 1
/// @param steps a demand asks for `1 / steps` of what the other side held at the signature, 1 to 6
public record Issue(@Nullable String about, Estimate first, Estimate second, int steps) {}
