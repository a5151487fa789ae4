/*
 * cli.h - the command line: one call, one exit code.
 */
#pragma once

int cli_main(int count, char **words);
