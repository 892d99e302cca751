/// Charts as SVG text: numbers and labels in, one self-contained picture out.
///
/// A chart knows nothing of agreements. It names its colors and dashes by CSS class (`t1` to `t8`
/// for tones, `k1` to `k4` for dashes, `h1` to `h4` for hatches), so that the page around it
/// decides how they look in light, in dark and in print. It is drawn once for a wide and once for a
/// narrow place, because text in a picture that is merely scaled becomes unreadable on a phone.
package org.servanda.report.chart;
