/** The five services as processes: what each is told, and how each starts quickly. */
@NullMarked
package de.kim.local.service;

import org.jspecify.annotations.NullMarked;
