"""An HTTP/1.1 transport of our own, for programs that need the speed."""
