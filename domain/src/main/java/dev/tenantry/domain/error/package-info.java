/** How we fail: one sealed family of exceptions, each with a public code and a sentence fit to show. */
package dev.tenantry.domain.error;
