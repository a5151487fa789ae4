/* SPDX-License-Identifier: Apache-2.0 */
/*
 * in_app.h - a page that was opened inside a chat app.
 *
 * There Android shows pages in its WebView, which names itself by "; wv" in
 * User-Agent (developer.chrome.com, "User-Agent Client Hints and WebView") and
 * has neither notifications nor sending in the background, nor a way onto the
 * home screen.  Pages work; whoever sees them is told, and offered Chrome.
 */
#pragma once

#include "web/page.h"

/* Nothing unless the page is seen inside another app. */
void in_app_put(Page *page);
