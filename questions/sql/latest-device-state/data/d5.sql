-- No messages at all: every device is live and has never reported.
INSERT INTO devices VALUES
    (501, 'Lamp in a box'),
    (502, 'Plug in a box'),
    (503, 'Lamp in a box');
