// SPDX-License-Identifier: Apache-2.0
#include "peer.h"

#include <chrono>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <vector>

using lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<SmartDigraph, int64_t, int64_t>;

PeerAnswer peer_lemon(const PeerNet *net)
{
    SmartDigraph graph;
    std::vector<SmartDigraph::Node> nodes(net->vertex_count);
    graph.reserveNode(static_cast<int>(net->vertex_count));
    graph.reserveArc(static_cast<int>(net->arc_count));
    for (auto &node : nodes)
        node = graph.addNode();
    SmartDigraph::ArcMap<int64_t> low(graph), high(graph), cost(graph);
    for (size_t k = 0; k < net->arc_count; k++) {
        const PeerArc &from = net->arcs[k];
        auto arc = graph.addArc(nodes[from.tail], nodes[from.head]);
        low[arc] = from.low;
        high[arc] = from.high;
        cost[arc] = from.cost;
    }
    Simplex simplex(graph);
    simplex.lowerMap(low).upperMap(high).costMap(cost);
    auto begun = std::chrono::steady_clock::now();
    auto status = simplex.run();
    auto ended = std::chrono::steady_clock::now();
    bool solved = status == Simplex::OPTIMAL;
    return {solved, solved ? simplex.totalCost() : 0,
            std::chrono::duration_cast<std::chrono::nanoseconds>(ended - begun)
                .count()};
}
