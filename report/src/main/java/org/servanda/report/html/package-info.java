/// The report: one HTML file that needs nothing else, on paper and on screens of any width.
package org.servanda.report.html;
