/** Changes of a JSON value that leave all other parts as they were: JSON Merge Patch and JSON Patch. */
package dev.tenantry.adapters.http.patch;
