#pragma once

struct Point {
    int x = 0;
    int y = 0;
};
