/** A mail server that keeps every mail as a file and lets it be read. */
@NullMarked
package de.kim.local.mail;

import org.jspecify.annotations.NullMarked;
