/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cli.h - the command line: one call, one exit code.
 */
#pragma once

int cli_main(int count, char **words);
