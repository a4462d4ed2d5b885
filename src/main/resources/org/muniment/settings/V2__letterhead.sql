-- What stands below the city's name at the head of its letters: office, address, telephone. One line each.
CREATE TABLE letterhead_line (
    place INT PRIMARY KEY,
    words VARCHAR(120) NOT NULL
);
