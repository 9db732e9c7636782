@NullMarked
package de.kim.audit.report;

import org.jspecify.annotations.NullMarked;
