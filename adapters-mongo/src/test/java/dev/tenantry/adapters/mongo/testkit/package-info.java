/** Servers of MongoDB's protocol for the tests, of this module and of the app. */
package dev.tenantry.adapters.mongo.testkit;
