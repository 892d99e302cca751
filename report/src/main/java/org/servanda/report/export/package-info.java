/// The answer for programs: JSON with a published schema, CSV with one tidy table per file.
package org.servanda.report.export;
