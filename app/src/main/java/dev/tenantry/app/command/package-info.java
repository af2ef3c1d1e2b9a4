/** What the jar can be told to do on the command line. */
package dev.tenantry.app.command;
